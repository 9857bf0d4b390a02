/**
 * Headings of columns in the four languages, as beginnings of words in small letters: the first line that fits says what the column is.
 * "=" means the whole heading.
 *
 * Provenance: written for Parley from the forms of lists in use (capture cards of Geneva III Annex IV-B, registers of missing persons).
 */
export const headings = `
id           =id =no =no. =№ =n =nr =nr. =sıra =rec_id =unique_id =record_id =id_записи =№_п/п =№_з/п =№_п.п. =п/п =з/п =n_п/п =sıra_no =kayıt_no =номер_запису =номер_записи =row_id =person_id =case_id =kimlik
patronymic   по_батькові по-батькові отчество patronymic father's_name fathers_name father_name ім'я_батька имя_отца baba_adı middle_name otchestvo по_батьковi middlename
full         піб п.і.б прізвище,_ім'я прізвище_ім'я прізвище_та_ім'я прізвище_і_ім'я фио ф.и.о фамилия,_имя фамилия_имя фамилия_и_имя name_as_written full_name fullname =name =names ad_soyad adı_soyadı adı_ve_soyadı isim_soyisim first_and_surname имя_как_написано name_in_full =ім'я_та_прізвище =имя_и_фамилия person_name
family       прізвище фамилия surname last_name lastname family_name family soyad soyadı soy_ad фамілія призвище
given        ім'я імя імена им'я имя given_name first_name firstname forename given =ad =adı =isim =ism christian_name
birth        дата_народження дата_рождения date_of_birth birth_date birthdate birth_day date_of_birt =dob =d.o.b. doğum_tarihi рік_народження год_рождения year_of_birth =др =дн =д.н. =д.р. born народж народив рожд doğum_yılı народився
rank         звання звание військове_звання воинское_звание rank rütbe
number       особистий_номер личный_номер службовий_номер service_number service_no serial_number military_id військовий_квиток військовий_номер жетон personal_number sicil künye номер_жетона army_number personal_no token tax_id ипн рнокпп іпн passport паспорт
unit         військова_частина войсковая_часть в/ч частина часть unit birlik бригада підрозділ подразделение brigade regiment military_unit birliği
seen         дата,_коли дата_коли дата_задержания дата_затримання дата_зникнення дата_пропажи дата_полону дата_пленения дата_захвата date_last_seen date_of_capture capture_date date_missing last_seen_date last_seen son_görülme kayıp_tarihi esir_alınma дата_останнього дата_последн date_captured дата_исчезновения дата_взяття дата_взятия
place        місце,_де місце_де місце_затримання місце_зникнення место_задержания место_пропажи место_пленения место,_где место_где place_last_seen place_of_capture place_missing last_seen_place yer görüldüğü_yer місце_останнього место_последн місце_полону место_захвата населений_пункт населенный_пункт
sex          стать пол sex gender cinsiyet
status       статус status durum стан состояние remarks note примітк примечан açıklama not
text         birth_place місце_народження место_рождения doğum_yeri address адрес адреса adres suburb city місто город state область oblast occupation професія профессия meslek
`;
