"use client";
import { useMutation } from "@tanstack/react-query";
import { prefer } from "@/lib/client/preferences";

/** Applies a choice at once; `error` says why the last one was not kept. */
export function usePrefer() {
	return useMutation({ mutationFn: prefer });
}
