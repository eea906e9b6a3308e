"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { rememberLanguage, showLook } from "@/lib/client/preferences";
import { usePreferences } from "@/lib/client/session";

/** Draws the page as the person likes it, on whichever of his devices he chose it. */
export function FollowPreferences() {
	const preferences = usePreferences();
	const router = useRouter();
	useEffect(() => {
		showLook(preferences);
		// The words come from the server.
		if (rememberLanguage(preferences)) router.refresh();
	}, [preferences, router]);
	return null;
}
