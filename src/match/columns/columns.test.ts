import { describe, expect, it } from "vitest";
import { listOfCsv } from "../testing/list.ts";
import { rolesOf } from "./roles.ts";

const roles = (csv: string, mapping = {}) => rolesOf(listOfCsv(csv).columns, mapping).map(({ role }) => role);

describe("columns", () => {
  it("[MA11] are known by their headings in four languages, by content, or by a mapping", () => {
    const wanted = [
      "id",
      "family",
      "given",
      "patronymic",
      "birth",
      "rank",
      "unit",
      "number",
      "place",
      "seen",
      "ignore",
    ];
    for (const headings of [
      "no,surname,given_name,patronymic,date_of_birth,rank,unit,service_number,place_last_seen,date_last_seen,status",
      "№,Прізвище,Ім'я,По батькові,Дата народження,Звання,Військова частина,Особистий номер,Місце зникнення,Дата зникнення,Статус",
      "№ п/п,Фамилия,Имя,Отчество,Дата рождения,Звание,Войсковая часть,Личный номер,Место задержания,Дата задержания,Статус",
      "Sıra No,Soyadı,Adı,Baba Adı,Doğum Tarihi,Rütbe,Birliği,Sicil No,Görüldüğü yer,Son görülme tarihi,Durum",
    ])
      expect(roles(`${headings}\n1,a,b,c,d,e,f,g,h,i,j`), headings).toEqual(wanted);
    expect(roles("ПІБ,вага\nа,1\nб,2\nв,2")).toEqual(["full", "text"]);
    expect(roles("x,y\nq1,01.02.1980\nq2,03.04.1981\nq3,03.04.1981")).toEqual(["id", "date"]);
    expect(roles("surname,code\nа,1\nб,1", { code: "ignore", Surname: "text" })).toEqual(["text", "ignore"]);
  });
});
