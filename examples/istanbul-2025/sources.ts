import type { PayloadOf } from "#record";

type Source = PayloadOf<"point.recorded">["source"];

const news = (publisher: string, title: string, published: string | undefined, url?: string): Source => ({
  kind: "news",
  publisher,
  title,
  ...(published === undefined ? {} : { published }),
  ...(url === undefined ? {} : { url }),
});

/**
 * Where each fact stands. Titles say in neutral words what the text holds; they are not always its headline.
 * Addresses are those under which the text was read in a stored copy; where none was certain, none is given. The same holds for the dates.
 */
export const sources = {
  // April and May 2025: truces declared by one side
  politicoEaster: news(
    "Politico Europe",
    "Putin declares Easter truce, quoting the Kremlin's Telegram channel",
    "2025-04-19",
    "https://www.politico.eu/article/putin-declares-easter-truce-to-last-until-monday/",
  ),
  polandEaster: news("poland.co.pl", "Easter truce: statements of both sides", undefined),
  babelEaster: news(
    "Babel",
    "Counts of 20 April as given by the President of Ukraine",
    "2025-04-21",
    "https://babel.ua/en/news/117310-russians-violated-their-own-ceasefiire-almost-3-000-times-on-easter",
  ),
  politicoMay: news(
    "Politico Europe",
    "Three-day ceasefire announced for 8 to 11 May",
    undefined,
    "https://www.politico.eu/article/kremlin-vladimir-putin-volodymyr-zelenskyy-donald-trump-kremlin-crimea-ukraine/",
  ),
  epochMay: news("The Epoch Times", "Statements of both sides on the three-day ceasefire", undefined),
  sputnik8May: news(
    "Sputnik Arabic",
    "Statement of the Ministry of Defence of the Russian Federation, 8 May",
    "2025-05-08",
  ),
  sputnik9May: news(
    "Sputnik Arabic",
    "Statement of the Ministry of Defence of the Russian Federation, 9 May",
    "2025-05-09",
  ),

  // 16 May
  i24news11May: news(
    "i24NEWS",
    "Direct talks proposed for 15 May in Istanbul",
    "2025-05-11",
    "https://www.i24news.tv/en/news/ukraine-conflict/artc-putin-proposes-direct-negotiations-with-ukraine-after-3-years-of-war",
  ),
  liga15MayDelegation: news(
    "LIGA.net",
    "Delegation goes to Istanbul, words of the President of Ukraine in Ankara",
    "2025-05-15",
    "https://news.liga.net/en/politics/news/zelensky-ukrainian-delegation-leaves-for-istanbul",
  ),
  onlineUa15May: news(
    "Online.ua",
    "Delegation of Ukraine stays in Istanbul on 16 May",
    "2025-05-15",
    "https://news.online.ua/en/ukrainian-delegation-to-meet-with-russian-delegation-in-istanbul-zelenskyy-893451/",
  ),
  anews15May: news(
    "A News",
    "Delegations meet in Istanbul on 16 May, sources of the Turkish Foreign Ministry",
    "2025-05-15",
    "https://www.anews.com.tr/world/2025/05/15/turkish-fm-us-russian-ukrainian-delegations-to-meet-in-istanbul",
  ),
  up16May: news(
    "Ukrainska Pravda",
    "Meetings of 16 May; the head of the Russian delegation expects talks that morning",
    "2025-05-16",
    "https://www.pravda.com.ua/eng/news/2025/05/16/7512487/",
  ),
  censor16May: news(
    "Censor.NET",
    "Talks in Istanbul: agreement on a new meeting",
    "2025-05-16",
    "https://censor.net/en/news/3552693/talks-in-istanbul-ukraine-and-russia-agree-on-a-new-meeting",
  ),
  xinhua16May: news(
    "Xinhua, in The Independent (Uganda)",
    "Russia, Ukraine agree on large-scale exchange and further talks",
    "2025-05-17",
    "https://www.independent.co.ug/russia-ukraine-agree-on-large-scale-pow-swap-further-talks-in-istanbul/",
  ),
  shine16May: news(
    "Xinhua, in Shine",
    "Delegations conclude their meeting in Istanbul",
    "2025-05-16",
    "https://www.shine.cn/news/world/2505164726/",
  ),
  unn16May: news(
    "UNN",
    "Meeting in Istanbul: how the negotiations ended",
    "2025-05-16",
    "https://unn.ua/en/news/meeting-in-istanbul-how-the-negotiations-between-ukraine-and-russia-ended-and-what-to-expect",
  ),
  menafn18May: news("MENAFN", "Words of the Minister of Defence of Ukraine after the talks", "2025-05-18"),
  anews16May: news(
    "Anadolu Agency, in A News",
    "Trilateral meeting concludes",
    "2025-05-16",
    "https://www.anews.com.tr/turkey/2025/05/16/turkiye-russia-ukraine-trilateral-meeting-on-peace-between-moscow-kyiv-concludes",
  ),
  pravdaRu16May: news(
    "Pravda.ru",
    "Agreement to exchange visions of a ceasefire",
    "2025-05-16",
    "https://english.pravda.ru/news/world/162306-russia-ukraine-ceasefire/",
  ),
  pravdaRu16MayEnd: news(
    "Pravda.ru",
    "Talks began about 13:35 and ended by 15:20",
    "2025-05-16",
    "https://english.pravda.ru/news/world/162303-russia-ukraine-talks-istanbul/",
  ),
  liga16May: news(
    "LIGA.net",
    "Topics of the talks, words of the head of the Ukrainian delegation",
    "2025-05-16",
    "https://news.liga.net/en/politics/news/istanbul-results-discussed-the-1000-for-1000-exchange-and-a-potential-meeting-between-zelenskyy-and-putin",
  ),
  onlineUa16May: news(
    "Online.ua",
    "Talks begin in Istanbul",
    "2025-05-16",
    "https://news.online.ua/en/ukraine-and-russia-begin-talks-in-istanbul-first-in-3-years-893468/",
  ),
  liga15May: news(
    "LIGA.net",
    "Turkish Foreign Minister meets the Russian delegation",
    "2025-05-15",
    "https://news.liga.net/en/politics/news/turkish-foreign-minister-meets-with-russian-delegation-in-istanbul-anadolu-agency",
  ),
  vz14May: news(
    "Vzglyad",
    "Состав делегации, сообщение на сайте Кремля",
    "2025-05-14",
    "https://vz.ru/amp/news/2025/5/14/1332220.html",
  ),
  decree306: news(
    "Odessa Inform",
    "Указ №306/2025 о составе делегации",
    "2025-05-16",
    "https://odessainform.com/ru/news/details-1017",
  ),

  // 23 to 25 May
  babel23May: news(
    "Babel",
    "Major prisoner exchange: 390 people return",
    "2025-05-23",
    "https://babel.ua/en/news/118226-ukraine-and-russia-hold-major-prisoner-exchange-390-people-return",
  ),
  menafn24May: news(
    "MENAFN",
    "Statement of the Ministry of Defence of the Russian Federation, 24 May",
    "2025-05-24",
    "https://menafn.com/1109591715/Russia-Ukraine-Conducts-Significant-Prisoner-Swap",
  ),
  vikna24May: news("Vikna", "Другий день обміну у форматі 1000 на 1000", "2025-05-24"),
  trt25May: news(
    "TRT World",
    "Exchange under the Istanbul agreement complete",
    "2025-05-25",
    "https://www.trtworld.com/article/bf913e516126",
  ),
  rfe25May: news("Радіо Свобода", "Третій етап обміну полоненими, слова Президента України", "2025-05-25"),
  weukraine25May: news(
    "We Ukraine",
    "Обмін у форматі 1000 на 1000 завершено, за даними Координаційного штабу",
    "2025-05-25",
    "https://weukraine.tv/novyny/obmin-1000-na-1000-koho-povernuli-v-ukrajinu-z-rosijskoho-polonu",
  ),
  mod25May: news(
    "Pravda network (translation)",
    "Ministry of Defence of the Russian Federation on the third stage",
    "2025-05-25",
    "https://italy.news-pravda.com/en/russia/2025/05/25/16060.html",
  ),

  // 2 June
  moscowTimes28May: news(
    "The Moscow Times",
    "Next round proposed for 2 June in Istanbul",
    "2025-05-28",
    "https://www.themoscowtimes.com/2025/05/28/russia-says-it-is-ready-to-present-peace-memorandum-to-ukraine-on-june-2-in-istanbul-a89264",
  ),
  anews29May: news(
    "Anadolu Agency, in A News",
    "No change in the Russian delegation",
    "2025-05-29",
    "https://www.anews.com.tr/world/2025/05/29/moscow-confirms-no-change-in-russian-delegation-for-istanbul-talks",
  ),
  up30May: news(
    "Ukrainska Pravda",
    "Turkish Foreign Minister in Kyiv on the next round",
    "2025-05-30",
    "https://www.pravda.com.ua/eng/news/2025/05/30/7514811/",
  ),
  decree359: news(
    "Megapolis",
    "Указ №359/2025 про делегацію",
    "2025-06-01",
    "https://megapolys.kyiv.ua/2025/06/01/prezydent-zatverdyv-delehatsiiu-dlia-perehovoriv",
  ),
  trt2June: news(
    "TRT World",
    "Second round of talks begins",
    "2025-06-02",
    "https://www.trtworld.com/article/db18b0f43feb",
  ),
  tass2June: news(
    "TASS, in The Independent (Uganda)",
    "Second round: opening words, venue, delegations",
    "2025-06-02",
    "https://www.independent.co.ug/round-2-russia-ukraine-talks-wraps-up-in-istanbul/",
  ),
  censor2JuneStart: news(
    "Censor.NET",
    "Meeting planned for 13:00 at Çırağan Palace began at 14:44",
    "2025-06-02",
    "https://censor.net/en/news/3555613/ukrainian-and-russian-delegations-meet-in-istanbul-what-is-known",
  ),
  protothema2June: news(
    "Protothema",
    "Negotiations at Çırağan Palace",
    "2025-06-02",
    "https://en.protothema.gr/2025/06/02/ukraine-war-negotiations-underway-at-ciragan-palace-in-istanbul",
  ),
  unn2JuneMemo: news(
    "UNN",
    "Memorandum handed over only during the negotiations",
    "2025-06-02",
    "https://unn.ua/en/news/the-russian-federation-only-today-during-the-negotiations-handed-over-its-memorandum-to-the-ukrainian-delegation-umerov",
  ),
  unn2JuneBodies: news(
    "UNN",
    "Return of 6,000 bodies for 6,000 bodies, words of the head of the Ukrainian delegation",
    "2025-06-02",
    "https://unn.ua/en/news/ukraine-and-russia-in-istanbul-agreed-on-the-return-of-6000-bodies-for-6000-bodies-of-dead-soldiers-umerov",
  ),
  up2June: news(
    "Ukrainska Pravda",
    "Agreement on the next exchange: seriously wounded and young soldiers",
    "2025-06-02",
    "https://www.pravda.com.ua/eng/news/2025/06/2/7515242/",
  ),
  up2JuneTruce: news(
    "Ukrainska Pravda",
    "Offer of a partial ceasefire, words of the head of the Russian delegation",
    "2025-06-02",
    "https://www.pravda.com.ua/eng/news/2025/06/2/7515253/",
  ),
  zerkalo2June: news(
    "Zerkalo.az, quoting TASS",
    "Прекращение огня на 2-3 дня на отдельных участках фронта",
    "2025-06-02",
    "https://m.zerkalo.az/rf-predlozhila-ukraine-prekrashhenie-ognya-na-2-3-dnya-na-otdelnyh-uchastkah-fronta",
  ),
  censor2June: news(
    "Censor.NET",
    "Words of the head of the Russian delegation",
    "2025-06-02",
    "https://censor.net/en/news/3555688/medinsky-russia-proposes-short-term-ceasefire-with-ukraine",
  ),
  censor2JuneLeaders: news(
    "Censor.NET",
    "A meeting at the level of leaders is necessary, words of the head of the Ukrainian delegation",
    "2025-06-02",
    "https://censor.net/en/news/3555692/umierov-believes-that-a-meeting-at-the-level-of-state-leaders-is-necessary",
  ),
  censor2JuneReply: news(
    "Censor.NET",
    "President of Ukraine responds to the proposal of 2-3 days",
    "2025-06-02",
    "https://censor.net/en/news/3555729/zelenskyy-responds-to-russia-s-proposal-for-a-2-3-day-ceasefire",
  ),
  dailywrap2June: news(
    "Daily Wrap",
    "President of Ukraine on the exchange of 1,000 and possibly 200 more",
    undefined,
  ),
  politico2June: news(
    "Politico Europe",
    "Second round of talks, words of both delegations",
    "2025-06-02",
    "https://www.politico.eu/article/russia-ukraine-war-ceasefire-peace-talks/",
  ),
  interfax2June: news(
    "Interfax-Ukraine",
    "Memorandum handed over, a week to study it",
    "2025-06-02",
    "https://en.interfax.com.ua/news/general/1076721.html",
  ),
  tassMemo: news(
    "TASS",
    "Two scenarios for a ceasefire in the Russian memorandum",
    "2025-06-02",
    "https://tass.com/politics/1967401",
  ),
  dailySabah2June: news(
    "Daily Sabah (mirror)",
    "Statement of the Turkish Foreign Minister after the second round",
    undefined,
  ),
  medinsky4June: news(
    "Pravda network (translation)",
    "Report of the head of the Russian delegation to the President",
    "2025-06-04",
    "https://news-pravda.com/world/2025/06/04/1395608.html",
  ),
  liga10June: news(
    "LIGA.net",
    "Briefing of the Ministry of Foreign Affairs of Ukraine",
    "2025-06-10",
    "https://news.liga.net/en/politics/news/mfa-currently-preparations-for-the-third-round-of-negotiations-in-istanbul-are-not-underway",
  ),

  // June and July: lists and bodies
  perth7June: news(
    "PerthNow",
    "Words of the head of the Russian delegation on 7 June",
    "2025-06-07",
    "https://www.perthnow.com.au/news/conflict/russia-accuses-ukraine-of-postponing-prisoner-exchange-c-18957854",
  ),
  up7June: news(
    "Ukrainska Pravda",
    "Statement of the Coordination Headquarters, 7 June",
    "2025-06-07",
    "https://www.pravda.com.ua/eng/news/2025/06/7/7516098/",
  ),
  tass9June: news(
    "TASS, in Mail.ru",
    "Первая группа по договоренностям в Стамбуле",
    "2025-06-09",
    "https://news.mail.ru/svo/66502122/",
  ),
  lentaUa9June: news(
    "Lenta.UA",
    "Перша група віком до 25 років; цифри після завершення обміну",
    "2025-06-09",
    "https://lenta.ua/obmin-polonenimi-noviy-obmin-vidbuvatimetsya-u-kilka-etapiv-177066",
  ),
  odessaLife9June: news(
    "Odessa Life",
    "Перший етап обміну в межах домовленостей у Стамбулі, Координаційний штаб",
    "2025-06-09",
    "https://odessa-life.od.ua/uk/news-uk/obmin-polonenymy-v-ukrayinu-povernulysya-poraneni-vijskovosluzhbovczi-ta-molodshi-za-25-rokiv/amp",
  ),
  tass11June: news(
    "TASS",
    "1,212 bodies handed over, 27 received",
    "2025-06-11",
    "https://tass.com/politics/1971825",
  ),
  newTimes11June: news(
    "The New Times",
    "1,212 bodies returned, Coordination Headquarters",
    undefined,
    "https://www.newtimes.ru/articles/detail/251135/gpt:en",
  ),
  tass13June: news(
    "TASS, quoting a source",
    "Another 1,200 bodies handed over",
    "2025-06-13",
    "https://tass.com/defense/1972671",
  ),
  liga13June: news(
    "LIGA.net",
    "Bodies of another 1,200 returned, Coordination Headquarters",
    "2025-06-13",
    "https://news.liga.net/en/politics/news/bodies-of-another-1200-dead-returned-to-ukraine-coordination-center",
  ),
  up14June: news(
    "Ukrainska Pravda",
    "Another 1,200 bodies, Coordination Headquarters",
    "2025-06-14",
    "https://www.pravda.com.ua/eng/news/2025/06/14/7517111/",
  ),
  up14JunePersons: news(
    "Ukrainska Pravda",
    "Another group of prisoners of war returned, numbers not disclosed",
    "2025-06-14",
    "https://www.pravda.com.ua/eng/news/2025/06/14/7517139/",
  ),
  trt15June: news(
    "TRT, quoting TASS and RIA",
    "Fourth in a series of handovers",
    "2025-06-15",
    "https://trt.global/world/article/d6ae307fb0d5",
  ),
  moscowTimes15June: news(
    "The Moscow Times",
    "Another 1,200 bodies received",
    "2025-06-15",
    "https://www.themoscowtimes.com/2025/06/15/ukraine-says-received-another-1200-bodies-from-russia-a89450",
  ),
  censor15June: news(
    "Censor.NET",
    "Another 1,200 bodies, Coordination Headquarters",
    undefined,
    "https://censor.net/en/photonews/3558001/over-a-thousand-more-bodies-of-military",
  ),
  up16June: news(
    "Ukrainska Pravda",
    "Another 1,245 bodies, 6,057 in all, Coordination Headquarters",
    "2025-06-16",
    "https://www.pravda.com.ua/eng/news/2025/06/16/7517351/",
  ),
  azernews16June: news(
    "Azernews",
    "Fifth exchange of bodies, statements of both sides",
    "2025-06-16",
    "https://www.azernews.az/region/243331.html",
  ),
  tass16June: news(
    "TASS",
    "6,060 bodies handed over in all, 78 received",
    "2025-06-16",
    "https://tass.com/politics/1973609",
  ),
  inforos20June: news(
    "Inforos",
    "Ещё порядка 3 тыс. тел",
    "2025-06-20",
    "https://inforos.com/new/?action=view&id=181762&module=news",
  ),
  up17July: news(
    "Ukrainska Pravda",
    "1,000 bodies returned; not related to the agreements of Istanbul, Coordination Headquarters",
    "2025-07-17",
    "https://www.pravda.com.ua/eng/news/2025/07/17/7522172/",
  ),
  trt17July: news(
    "TRT",
    "1,000 bodies handed over, words of the head of the Russian delegation",
    "2025-07-17",
    "https://trt.global/world/article/ac918f7db2a2",
  ),
  moscowTimes17July: news(
    "The Moscow Times",
    "1,000 bodies returned, 19 received",
    "2025-07-17",
    "https://www.themoscowtimes.com/2025/07/17/russia-returns-1k-bodies-of-killed-ukrainian-soldiers-a89854",
  ),

  // 23 July
  up21July: news(
    "Ukrainska Pravda",
    "Third round planned for 23 July, words of the President of Ukraine",
    "2025-07-21",
    "https://www.pravda.com.ua/eng/news/2025/07/21/7522794/",
  ),
  rferl22July: news(
    "RFE/RL, in GlobalSecurity.org",
    "New talks set for 23 July; in Istanbul, as the Turkish government says",
    "2025-07-22",
    "https://www.globalsecurity.org/wmd/library/news/ukraine/2025/07/ukraine-250722-rferl01.htm",
  ),
  interfax22July: news(
    "Інтерфакс-Україна",
    "Умєров очолить делегацію",
    "2025-07-22",
    "https://ua.interfax.com.ua/news/political/1089589.html",
  ),
  nv23JulyDecree: news(
    "NV",
    "Указ №539/2025 от 22 июля о делегации",
    "2025-07-23",
    "https://nv.ua/world/geopolitics/peregovory-v-stambule-zelenskiy-utverdil-sostav-delegacii-50531840.html",
  ),
  pravdaRu23July: news(
    "Pravda.ru",
    "Third round on 23 July, lineup of the delegations",
    undefined,
    "https://english.pravda.ru/news/world/163369-russia-ukraine-talks-istanbul-july-23",
  ),
  tass25July: news(
    "TASS",
    "Words of the President of Türkiye on a summit in Istanbul",
    "2025-07-25",
    "https://tass.com/world/1994353",
  ),
  azerbaijanUs: news(
    "azerbaijan.us",
    "Third round of talks concluded",
    "2025-07-23",
    "https://azerbaijan.us/?p=5509",
  ),
  liga23July: news(
    "LIGA.net",
    "The meeting of the delegations has begun",
    "2025-07-23",
    "https://news.liga.net/en/politics/news/a-meeting-between-the-ukrainian-and-russian-delegations-has-begun-in-istanbul",
  ),
  tass23July: news(
    "TASS",
    "Delegation of the Russian Federation leaves for Istanbul",
    "2025-07-23",
    "https://tass.com/politics/1992979",
  ),
  anews23July: news(
    "A News",
    "Opening words of the Turkish Foreign Minister, third round",
    "2025-07-23",
    "https://www.anews.com.tr/turkey/2025/07/23/ultimate-goal-is-russia-ukraine-ceasefire-that-will-pave-way-for-peace-turkish-foreign-minister",
  ),
  aa23July: news(
    "Anadolu Agency",
    "Third round, about 20:37 to 21:16; words of both delegations",
    "2025-07-23",
    "https://www.aa.com.tr/en/russia-ukraine-war/in-istanbul-talks-with-ukraine-russia-proposes-exchanging-1-200-more-soldiers-being-held-prisoner/3640218",
  ),
  tass24July: news(
    "TASS",
    "The meeting lasted about 40 minutes; when a fourth round is decided",
    "2025-07-24",
    "https://tass.com/politics/1993701",
  ),
  afp23July: news(
    "AFP, in Business Recorder",
    "Turkish Foreign Minister opens the third round",
    "2025-07-23",
    "https://www.brecorder.com/news/40374145/turkey-fm-urges-russia-ukraine-to-end-bloody-war",
  ),
  ntv24July: news(
    "NTV",
    "Bakan Fidan'dan Rusya ile Ukrayna görüşmesine ilişkin paylaşım",
    "2025-07-24",
    "https://www.ntv.com.tr/turkiye/bakan-fidandan-rusya-ile-ukrayna-gorusmesine-iliskin-paylasim,5hqmnH1emkOfEe2X6gYq4w",
  ),
  seed: news(
    "Burgas Media",
    "Report of the talks of 23 July in Istanbul, from which this project began",
    undefined,
    "https://burgasmedia.com/amp/news/pregovori-v-istanbul-rusiya-i-ukrayna-obsazhdat-primirie-i-razmyana-na-plennitsi",
  ),
  bgnes23July: news(
    "BGNES",
    "New exchange agreed; a meeting of the presidents proposed",
    undefined,
    "https://www.bgnes.com/politics/russia-and-ukraine-agree-on-new-prisoner-exchange-kiev-proposes-meeting-between-zelensky-and-putin",
  ),
  up24July: news(
    "Ukrainska Pravda",
    "Heads of the delegations on an exchange of over 1,200",
    "2025-07-24",
    "https://www.pravda.com.ua/eng/news/2025/07/24/7523165/",
  ),
  up23July: news(
    "Ukrainska Pravda",
    "Leaders' meeting offered by the end of August",
    "2025-07-23",
    "https://www.pravda.com.ua/eng/news/2025/07/23/7523142/",
  ),
  up23JulyMedinsky: news(
    "Ukrainska Pravda",
    "Head of the Russian delegation on the memoranda",
    "2025-07-23",
    "https://www.pravda.com.ua/eng/news/2025/07/23/7523144/",
  ),
  up23JulyExchange: news(
    "Ukrainska Pravda",
    "Ninth stage of the exchange, words of the President of Ukraine on X",
    "2025-07-23",
    "https://www.pravda.com.ua/eng/news/2025/07/23/7523145/",
  ),
  ria23July: news(
    "Pravda network (translation), quoting RIA Novosti",
    "Statements of both delegations after the talks",
    "2025-07-23",
    "https://news-pravda.com/world/2025/07/23/1538988.html",
  ),
  proposals23July: news(
    "Pravda network (translation)",
    "Proposals of the Russian delegation",
    "2025-07-23",
    "https://news-pravda.com/world/2025/07/23/1539074.html",
  ),
  interfax23JulyReport: news(
    "Інтерфакс-Україна",
    "Умєров доповів про результати третьої зустрічі",
    "2025-07-23",
    "https://ru.interfax.com.ua/news/general/1090229.html",
  ),
  newsAz23July: news(
    "News.az, quoting TASS",
    "Ministry of Defence of the Russian Federation on the exchange of 23 July",
    "2025-07-23",
  ),
  nv24July: news(
    "NV",
    "Президент Украины о результатах переговоров",
    "2025-07-24",
    "https://nv.ua/ukraine/events/peregovory-s-rf-v-turcii-zelenskiy-prokommentiroval-rezultaty-meropriyatiya-dlya-ukrainy-50532329.html",
  ),
  aroundPrague: news(
    "Around Prague, citing TASS",
    "Россия и Украина договорились об обмене военнопленными",
    "2025-07-24",
  ),
  reuters25July: news(
    "Reuters, in The Sun (Malaysia)",
    "Kremlin spokesman on a meeting of the presidents",
    "2025-07-25",
  ),
  ligaNtv: news(
    "LIGA.net, quoting NTV",
    "Turkish Foreign Minister on a summit in Türkiye",
    undefined,
    "https://news.liga.net/en/politics/news/turkish-foreign-minister-istanbul-agrees-to-hold-leaders-summit-with-zelensky-putin-and-trump",
  ),

  // August to October
  pravdaRu14Aug: news(
    "Pravda.ru",
    "Exchange of 84 on 14 August, Ministry of Defence of the Russian Federation",
    undefined,
    "https://english.pravda.ru/news/world/163707-russia-ukraine-prisoner-exchange/",
  ),
  interfax14Aug: news(
    "Interfax-Ukraine",
    "84 returned, 33 military and 51 civilians",
    "2025-08-14",
    "https://en.interfax.com.ua/news/general/1096005.html",
  ),
  interfax19Aug: news(
    "Interfax-Ukraine",
    "1,000 bodies received, Coordination Headquarters",
    "2025-08-19",
    "https://en.interfax.com.ua/news/general/1097437.html",
  ),
  afp19Aug: news(
    "AFP, in Business Recorder",
    "1,000 bodies returned, 19 handed over in exchange",
    "2025-08-19",
    "https://www.brecorder.com/news/40378667/russia-returns-bodies-of-1000-ukrainian-troops",
  ),
  sputnik24Aug: news(
    "Sputnik",
    "146 returned, Ministry of Defence of the Russian Federation",
    "2025-08-24",
    "https://sputnikglobe.com/20250824/146-russian-servicemen-returned-from-ukraine-controlled-territory-in-pow-exchange---mod-1122668794.html",
  ),
  suspilne24Aug: news(
    "Суспільне",
    "Обмін 24 серпня, Координаційний штаб",
    "2025-08-24",
    "https://suspilne.media/1097374-vidbuvsa-cergovij-obmin-polonenimi-miz-ukrainou-ta-rf/",
  ),
  liga18Sept: news(
    "LIGA.net",
    "1,000 bodies returned, 24 received by the other side",
    "2025-09-18",
    "https://news.liga.net/en/politics/news/ukraine-returns-1000-bodies-of-fallen-defenders-from-russia",
  ),
  up18Sept: news(
    "Ukrainska Pravda",
    "1,000 bodies, Coordination Headquarters",
    "2025-09-18",
    "https://www.pravda.com.ua/eng/news/2025/09/18/7531430/",
  ),
  trt2Oct: news(
    "TRT World",
    "185 servicemen exchanged on each side",
    "2025-10-02",
    "https://www.trtworld.com/article/f6f8e8ff4259",
  ),
  newsOnAir2Oct: news(
    "News On AIR",
    "185 on each side under the agreement of 23 July, Ministry of Defence of the Russian Federation",
    undefined,
  ),
  babel2Oct: news(
    "Babel",
    "185 military and 20 civilians returned, Coordination Headquarters",
    "2025-10-02",
    "https://babel.ua/en/news/121896-a-new-prisoner-exchange-took-place-ukraine-returned-185-fighters-and-20-civilians",
  ),
  rbc2Oct: news(
    "РБК-Україна",
    "Комбінований обмін, слова представника Координаційного штабу",
    "2025-10-02",
    "https://www.rbc.ua/rus/news/sogodnishniy-obmin-polonenimi-buv-kombinovanim-1759421806.html",
  ),
  komersant2Oct: news(
    "Komersant ukrainskyi",
    "Words of the President of Ukraine on 2 October",
    "2025-10-02",
    "https://komersant.ua/en/ukraina-ta-rosiia-obminialysia-viyskovopolonenymy-za-formuloiu-185-na-185",
  ),

  // Of this demonstration itself
  invented: { kind: "own_record", publisher: "Invented for the demonstration" },
  ownRecord: { kind: "own_record", publisher: "This demonstration, from the acts named as its basis" },
} as const satisfies Record<string, Source>;
