import type { ServerEvent, ServerEventName } from "../shared/events.ts";
import file from "./event-shapes.json";
import { fits, type Shape, type Shapes } from "./shape.ts";

const shapes: Record<ServerEventName, Shape> = file.properties;
const named: Shapes = file.$defs;

export const serverEventNames = Object.keys(shapes) as ServerEventName[];

/** Whether a payload is what the event of this name carries. */
export function isEvent<Name extends ServerEventName>(name: Name, payload: unknown): payload is ServerEvent<Name> {
	return fits(payload, shapes[name], named);
}
