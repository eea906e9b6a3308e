/** What the person chose; `auto` follows his sockets. */
export const chosenStates = ["auto", "away", "busy", "invisible"] as const;
/** What others see. */
export const shownStates = ["online", "away", "busy", "offline"] as const;
export type ShownState = (typeof shownStates)[number];
