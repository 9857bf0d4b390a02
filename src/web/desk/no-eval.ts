import { z } from "zod";

// The page's policy lets no code be made from text; asked beforehand, the schemas do not try.
z.config({ jitless: true });
