"use client";
import { useMutation } from "@tanstack/react-query";
import { toast } from "@/components/ui/toast";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { readAllThreads } from "@/lib/client/threads";

export function useReadAll() {
	const sentenceOf = useSentenceOf();
	const { mutate, isPending } = useMutation({
		mutationFn: readAllThreads,
		onError: (error) => void toast({ text: sentenceOf(error), tone: "danger" }),
	});
	return { readAll: () => mutate(), isReading: isPending };
}
