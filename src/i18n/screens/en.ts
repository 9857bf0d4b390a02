import core from "../en.json" with { type: "json" };
import claims from "./claims/en.json" with { type: "json" };
import documents from "./documents/en.json" with { type: "json" };
import entry from "./entry/en.json" with { type: "json" };
import exchange from "./exchange/en.json" with { type: "json" };
import footage from "./footage/en.json" with { type: "json" };
import forms from "./forms/en.json" with { type: "json" };
import home from "./home/en.json" with { type: "json" };
import joint from "./joint/en.json" with { type: "json" };
import lineday from "./lineday/en.json" with { type: "json" };
import lists from "./lists/en.json" with { type: "json" };
import map from "./map/en.json" with { type: "json" };
import missions from "./missions/en.json" with { type: "json" };
import people from "./people/en.json" with { type: "json" };
import proposals from "./proposals/en.json" with { type: "json" };
import publicView from "./public/en.json" with { type: "json" };
import reading from "./reading/en.json" with { type: "json" };
import reception from "./reception/en.json" with { type: "json" };
import record from "./record/en.json" with { type: "json" };
import remains from "./remains/en.json" with { type: "json" };
import setUp from "./set_up/en.json" with { type: "json" };
import shell from "./shell/en.json" with { type: "json" };
import sign from "./sign/en.json" with { type: "json" };
import sites from "./sites/en.json" with { type: "json" };
import statements from "./statements/en.json" with { type: "json" };
import summits from "./summits/en.json" with { type: "json" };
import talks from "./talks/en.json" with { type: "json" };
import truces from "./truces/en.json" with { type: "json" };
import window from "./window/en.json" with { type: "json" };

/** Every message of the screens, with the notes for translators where the catalogue is read with them. */
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
