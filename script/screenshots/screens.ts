/** Every screen, once: what pictures are made of and what is looked through for barriers. */
import { aroundRooms } from "./around-rooms.ts";
import { inRooms } from "./in-rooms.ts";
import { overRooms } from "./over-rooms.ts";
import { ownPages } from "./own-pages.ts";
import type { Screen } from "./screen.ts";
import { searching } from "./searching.ts";
import { signedOut } from "./signed-out.ts";

export const screens: Screen[] = [...signedOut, ...inRooms, ...overRooms, ...searching, ...aroundRooms, ...ownPages];
