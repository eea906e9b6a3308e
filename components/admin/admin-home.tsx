"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { adminHome } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";

/** `/admin` itself: leads to the first part that one may see. */
export function AdminHome() {
	const router = useRouter();
	const home = adminHome(useMe());
	useEffect(() => {
		if (home) router.replace(home);
	}, [home, router]);
	return null;
}
