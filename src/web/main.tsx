import "./design/tokens.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { takeEntry } from "./app/entry-link.ts";
import { keepApp } from "./app/keep-app.ts";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no element for the app.");
takeEntry();
createRoot(root).render(<App />);
void keepApp();
