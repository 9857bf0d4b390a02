import core from "../tr.json" with { type: "json" };
import claims from "./claims/tr.json" with { type: "json" };
import documents from "./documents/tr.json" with { type: "json" };
import entry from "./entry/tr.json" with { type: "json" };
import exchange from "./exchange/tr.json" with { type: "json" };
import footage from "./footage/tr.json" with { type: "json" };
import forms from "./forms/tr.json" with { type: "json" };
import home from "./home/tr.json" with { type: "json" };
import joint from "./joint/tr.json" with { type: "json" };
import lineday from "./lineday/tr.json" with { type: "json" };
import lists from "./lists/tr.json" with { type: "json" };
import map from "./map/tr.json" with { type: "json" };
import missions from "./missions/tr.json" with { type: "json" };
import people from "./people/tr.json" with { type: "json" };
import proposals from "./proposals/tr.json" with { type: "json" };
import publicView from "./public/tr.json" with { type: "json" };
import reading from "./reading/tr.json" with { type: "json" };
import reception from "./reception/tr.json" with { type: "json" };
import record from "./record/tr.json" with { type: "json" };
import remains from "./remains/tr.json" with { type: "json" };
import setUp from "./set_up/tr.json" with { type: "json" };
import shell from "./shell/tr.json" with { type: "json" };
import sign from "./sign/tr.json" with { type: "json" };
import sites from "./sites/tr.json" with { type: "json" };
import statements from "./statements/tr.json" with { type: "json" };
import summits from "./summits/tr.json" with { type: "json" };
import talks from "./talks/tr.json" with { type: "json" };
import truces from "./truces/tr.json" with { type: "json" };
import window from "./window/tr.json" with { type: "json" };

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
