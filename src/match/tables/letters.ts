/**
 * How letters sound. One phoneme is one sign of the alphabet `abvgdeiklmnoprstufzcCSJ`: c is ц, C ч, S ш and щ, J ж and дж; г, ґ, х and h are g;
 * и, і, ї, й, ы and y are i; е, є, э are e. Signs for soft and hard are silent. In each table the longest letters are read first.
 *
 * Provenance: written for Parley from the published systems named at each table. Every reading that a line gives is tried.
 */

/** Ukrainian, Russian, Belarusian and Turkic Cyrillic; sounds of the alphabets' own orthographies. */
export const cyrillic = `
а a
б b
в v
г g
ґ g
ғ g
д d
дж J
дз z
е e
є e
ё e o
ж J
жж J
з z
зж J
зч S
и i
і i
ї i
й i
ј i
к k
қ k
л l
љ l
м m
н n
ң n
њ n
о o
ө o
п p
р r
с s
сч S
сш S
т t
тс c
тц c
тч C
тш C
у u
ў v
ү u
ұ u
ф f
х g
һ g
ц c
дц c
ч C
ћ C
ш S
щ S
шч S
џ J
ђ J
ы i
э e
ә a
ю u
я a
`;

/**
 * Latin in English spellings: KMU 55/2010, the Ukrainian National system 1996, BGN/PCGN 1947 and 1965, ICAO Doc 9303, ALA-LC without ties,
 * GOST R 52535.1, passport orders of 1997 to 2014, telegraphic spellings (c for к).
 */
export const latinEnglish = `
a a
b b
c k
ch C
tch C
ck k
d d
dz z
dzh J
dj J
e e
ee i
f f
g g
gh g
h g
i i
j i
k k
kh g
ks ks
l l
m m
n n
o o
oo u
ou u
p p
ph f
q k
r r
s s
sh S
shch S
shh S
shtch S
sch S
t t
th t
ts c
tz c
u u
v v
w v
x ks
y i
z z
zh J
zhzh J
`;

/** Latin in Slavic scientific spellings: ISO 9, ISO/R 9, DSTU 9112, GOST 7.79 A and B, Polish, Czech and Croatian habits. Adds to the English table. */
export const latinSlavic = `
c c
cz c
ch g
x g
j i
sz S
szcz S
ć C
č C
š S
ž J
ž J
šč S
ŝ S
ń n
`;

/** Latin in French spellings: the Soviet passports of before 1997 and consular lists. Adds to the English table. */
export const latinFrench = `
ch S
tch C
chtch S
c k
dj J
gu g
j J
ou u
ss s
`;

/** Latin in German spellings: the press, Duden. Adds to the English table. */
export const latinGerman = `
ch g
sch S
schtsch S
tsch C
dsch J
j i
w v
z c
s s
`;

/** Latin in Turkish spellings: the Turkish alphabet law of 1928 and the press. Adds to the English table. */
export const latinTurkish = `
c J
ç C
ğ g
j J
ö o
ş S
ü u
ı i
h g
`;

/** Letters that look alike in the two alphabets: Latin, then Cyrillic. */
export const lookAlike = `
a а
b в
c с
e е
h н
i і
k к
m м
n п
o о
p р
t т
u и
x х
y у
0 о
3 з
6 б
ï ї
ë ё
`;
