/**
 * Keys of keyboards, row by row, one line for each layout; what stands in the same place is the same key. A name that is typed
 * while the keyboard is set to another alphabet becomes `ghbdtn` for привет, or `Лщмфдутлщ` for Kovalenko.
 *
 * Provenance: the layouts QWERTY (US), Turkish Q (TS 2117), Ukrainian ЙЦУКЕН (DSTU 3470) and Russian ЙЦУКЕН as Windows has them.
 */
export const keyboards = `
latin q w e r t y u i o p [ ] a s d f g h j k l ; ' z x c v b n m , . \`
turkish q w e r t y u ı o p ğ ü a s d f g h j k l ş i z x c v b n m ö ç "
ukrainian й ц у к е н г ш щ з х ї ф і в а п р о л д ж є я ч с м и т ь б ю '
russian й ц у к е н г ш щ з х ъ ф ы в а п р о л д ж э я ч с м и т ь б ю ё
`;

/** What capitals of the Latin keys that are no letters give: a sign and its key. */
export const shiftedSigns = `
{ [
} ]
: ;
" '
< ,
> .
~ \`
`;

/**
 * Ends of surnames and patronymics in letters. With given-names.ts they show which letters follow each other in
 * names; a word of letters that seldom do is no name as it is written.
 *
 * Provenance: written for Parley from general knowledge of Ukrainian, Russian and Turkish surnames and their passport spellings.
 */
export const commonEnds = `
енко нко ук юк ак як ик ський цький зький ська цька ский цкий ская цкая ов ова ев ева єв єва ин ина ін іна ець ило ун ян ко ай ишин чук щук
enko nko uk yuk iuk ak yak iak yk ik skyi skyy skii skiy ska tskyi skaya ov ova ev eva yev in ina ets ylo un ian yan chuk shchuk
ovych ivna ovich evich evna ovna oglu zade li oğlu cı çi
`;
