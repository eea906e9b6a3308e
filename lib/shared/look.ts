/** Where this device remembers theme, contrast and density, as JSON; also the event that says that they changed. */
export const LOOK_KEY = "parley.look";
