"use client";
import { Alerts } from "@/components/alerts/alerts";
import { Favicon } from "@/components/alerts/favicon";
import { Outsiders } from "@/components/alerts/outsiders";

/** What has no place in the page: it can come when the page is there. */
export function QuietParts() {
	return (
		<>
			<Alerts />
			<Favicon />
			<Outsiders />
		</>
	);
}
