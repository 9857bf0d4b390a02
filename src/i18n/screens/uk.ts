import core from "../uk.json" with { type: "json" };
import claims from "./claims/uk.json" with { type: "json" };
import documents from "./documents/uk.json" with { type: "json" };
import entry from "./entry/uk.json" with { type: "json" };
import exchange from "./exchange/uk.json" with { type: "json" };
import footage from "./footage/uk.json" with { type: "json" };
import forms from "./forms/uk.json" with { type: "json" };
import home from "./home/uk.json" with { type: "json" };
import joint from "./joint/uk.json" with { type: "json" };
import lineday from "./lineday/uk.json" with { type: "json" };
import lists from "./lists/uk.json" with { type: "json" };
import map from "./map/uk.json" with { type: "json" };
import missions from "./missions/uk.json" with { type: "json" };
import people from "./people/uk.json" with { type: "json" };
import proposals from "./proposals/uk.json" with { type: "json" };
import publicView from "./public/uk.json" with { type: "json" };
import reading from "./reading/uk.json" with { type: "json" };
import reception from "./reception/uk.json" with { type: "json" };
import record from "./record/uk.json" with { type: "json" };
import remains from "./remains/uk.json" with { type: "json" };
import setUp from "./set_up/uk.json" with { type: "json" };
import shell from "./shell/uk.json" with { type: "json" };
import sign from "./sign/uk.json" with { type: "json" };
import sites from "./sites/uk.json" with { type: "json" };
import statements from "./statements/uk.json" with { type: "json" };
import summits from "./summits/uk.json" with { type: "json" };
import talks from "./talks/uk.json" with { type: "json" };
import truces from "./truces/uk.json" with { type: "json" };
import window from "./window/uk.json" with { type: "json" };

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
