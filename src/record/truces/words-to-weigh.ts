/**
 * Words after which a text is read once more, in four languages. They lie open to be contested: what they find is
 * pointed out, never refused, and what they miss is no proof of anything.
 */

/** One breach, and a side is free of all of it. */
export const freeingWords: readonly RegExp[] = [
  /\b(free|freed|released) (of|from) (all |its |any )*(the )?(obligations?|commitments?|terms)/iu,
  /\bno longer bound\b|\b(truce|ceasefire|pause) (ends|is over|is void|lapses) (at|after|on|with) (the )?(first|any|one|a single) /iu,
  /вільн\p{L}* від (усіх |своїх |будь-яких )*зобов/iu,
  /(перше|будь-яке|одне) порушення припиняє/iu,
  /свобод\p{L}* от (всех |своих |любых )*обязательств/iu,
  /(первое|любое|одно) нарушение прекращает/iu,
  /yükümlülük\p{L}* (serbest|kurtul)|(ilk|her|tek) ihlal\p{L}* .*sona er/iu,
];

/** The sick, the wounded, the dead or those who collect them are given less than the Conventions give. */
export const loweringWords: readonly RegExp[] = [
  /\b(wounded|sick|dead|bodies|remains|medical|emblem|prisoners?)\b.*\b(only in (return|exchange)|not (be )?(protected|respected)|lose (its|their) protection|number for number|may be (fired|shot|attacked|captured|searched for weapons and held))/iu,
  /\bonly in (return|exchange) for\b.*\b(wounded|sick|dead|bodies|remains)\b/iu,
  /(поранен|загибл|хвор|медичн|тіл)\p{L}*.*(лише в обмін|тільки в обмін|втрача\p{L}+ захист|не захища)/iu,
  /(ранен|погибш|больн|медицинск|тел)\p{L}*.*(только в обмен|лишь в обмен|теря\p{L}+ защит|не защища)/iu,
  /(yaralı|hasta|ölü|cenaze|tıbbi)\p{L}*.*(yalnızca .*karşılığında|ancak .*karşılığında|korunma(z|sını yitir))/iu,
];
