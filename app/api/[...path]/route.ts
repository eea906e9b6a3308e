import { api } from "@/lib/api/app";

/** In development Next serves the API, so that it is reloaded; the built program serves it ahead of Next (server.ts). */
const answer = (request: Request) => api().fetch(request);

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
