import type { File } from "@/lib/shared/schemas/file";

/** A file, who sent it and when. */
export type ViewedFile = File & { author: string; at: string };
