/**
 * Ranks on one ladder, lowest first: a line for each step, with names and short forms in the four languages, beginnings of words.
 * Steps beside each other are near: promotions, and armies that call one step by two names.
 *
 * Provenance: written for Parley from the rank tables of the Ukrainian, Russian and Turkish forces and their usual English renderings.
 */
export const ranks = `
civilian цивільн гражданск цив гражд sivil
private солдат рядовий рядовой сол рядов ряд pvt pte матрос seaman er sailor стрілець стрелок
senior soldier|старший солдат|ст солдат|ст сол|ефрейтор|єфрейтор|lance corporal|senior seaman|старший матрос|ст матрос|onbaşı|єфр|ефр|lcpl|senior sailor
junior sergeant|молодший сержант|младший сержант|мол с-т|мл с-т|мол сержант|мл сержант|jr sgt|corporal|çavuş|старшина 2|petty officer 2|jr sergeant
sergeant|сержант|с-т|sgt|старшина 1|petty officer
senior sergeant|старший сержант|ст с-т|ст сержант|sr sgt|kıdemli çavuş|sr sergeant|головний старшина|главный старшина
chief sergeant|головний сержант|гол с-т|chief sgt|главный сержант|гол сержант|старшина|master sergeant|sergeant major
staff sergeant|штаб-сержант|штаб сержант|staff sgt|прапорщик|мічман|мичман|warrant officer|майстер-сержант|astsubay|старший прапорщик|master-sergeant|ensign
junior lieutenant|молодший лейтенант|младший лейтенант|мол л-т|мл л-т|jr lt|asteğmen|jr lieutenant
lieutenant|лейтенант|л-т|lt|teğmen
senior lieutenant|старший лейтенант|ст л-т|sr lt|üsteğmen|first lieutenant|sr lieutenant
captain|капітан|капитан|к-н|capt|yüzbaşı
major|майор|м-р|maj|binbaşı
lieutenant colonel|підполковник|подполковник|п/п-к|lt col|yarbay|підполк|подполк
colonel|полковник|полк|col|albay
general|генерал|ген|gen
`;
