"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { useSentenceOf } from "@/components/words/use-sentence-of";

type Props = {
	saved: { isPending: boolean; isSuccess: boolean; isError: boolean; error: unknown };
	touched: boolean;
	hasFieldErrors?: boolean;
	verb?: string;
	done?: string;
};

export function SaveRow({ saved, touched, hasFieldErrors = false, verb, done }: Props) {
	const t = useTranslations("account");
	const sentenceOf = useSentenceOf();
	return (
		<div className="flex flex-wrap items-center justify-end gap-3">
			{saved.isError && !hasFieldErrors && (
				<Note tone="danger" className="flex-1 basis-60">
					{sentenceOf(saved.error)}
				</Note>
			)}
			<p role="status" className="text-sm text-success-text">
				{saved.isSuccess && !touched && (done ?? t("saved"))}
			</p>
			{/* The page has several of these: only that which has something to save is filled. */}
			<Button type="submit" look={touched ? "main" : "outline"} disabled={!touched} busy={saved.isPending}>
				{verb ?? t("save")}
			</Button>
		</div>
	);
}
