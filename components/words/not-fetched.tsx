"use client";
import { ClientError } from "@/lib/client/errors";
import { NotLoaded } from "./not-loaded";

/** In the place of a part of the page whose script did not come. */
export function NotFetched({ onRetry }: { onRetry: () => void }) {
	return <NotLoaded error={new ClientError("unreachable", 0)} onRetry={onRetry} />;
}
