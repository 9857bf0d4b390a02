import core from "../ru.json" with { type: "json" };
import claims from "./claims/ru.json" with { type: "json" };
import documents from "./documents/ru.json" with { type: "json" };
import entry from "./entry/ru.json" with { type: "json" };
import exchange from "./exchange/ru.json" with { type: "json" };
import footage from "./footage/ru.json" with { type: "json" };
import forms from "./forms/ru.json" with { type: "json" };
import home from "./home/ru.json" with { type: "json" };
import joint from "./joint/ru.json" with { type: "json" };
import lineday from "./lineday/ru.json" with { type: "json" };
import lists from "./lists/ru.json" with { type: "json" };
import map from "./map/ru.json" with { type: "json" };
import missions from "./missions/ru.json" with { type: "json" };
import people from "./people/ru.json" with { type: "json" };
import proposals from "./proposals/ru.json" with { type: "json" };
import publicView from "./public/ru.json" with { type: "json" };
import reading from "./reading/ru.json" with { type: "json" };
import reception from "./reception/ru.json" with { type: "json" };
import record from "./record/ru.json" with { type: "json" };
import remains from "./remains/ru.json" with { type: "json" };
import setUp from "./set_up/ru.json" with { type: "json" };
import shell from "./shell/ru.json" with { type: "json" };
import sign from "./sign/ru.json" with { type: "json" };
import sites from "./sites/ru.json" with { type: "json" };
import statements from "./statements/ru.json" with { type: "json" };
import summits from "./summits/ru.json" with { type: "json" };
import talks from "./talks/ru.json" with { type: "json" };
import truces from "./truces/ru.json" with { type: "json" };
import window from "./window/ru.json" with { type: "json" };

export const messages = {
  ...core,
  ...claims,
  ...documents,
  ...entry,
  ...exchange,
  ...footage,
  ...forms,
  ...home,
  ...lists,
  ...joint,
  ...reading,
  ...lineday,
  ...people,
  ...proposals,
  ...publicView,
  ...reception,
  ...record,
  ...remains,
  ...setUp,
  ...shell,
  ...sign,
  ...missions,
  ...sites,
  ...statements,
  ...summits,
  ...talks,
  ...truces,
  ...map,
  ...window,
};
