import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { sentenceOf } from "@/lib/client/errors";

type Props = {
	saved: { isPending: boolean; isSuccess: boolean; isError: boolean; error: unknown };
	touched: boolean;
	hasFieldErrors?: boolean;
	verb?: string;
	done?: string;
};

export function SaveRow({ saved, touched, hasFieldErrors = false, verb = "Save", done = "Saved." }: Props) {
	return (
		<div className="flex flex-wrap items-center justify-end gap-3">
			{saved.isError && !hasFieldErrors && (
				<Note tone="danger" className="flex-1">
					{sentenceOf(saved.error)}
				</Note>
			)}
			{saved.isSuccess && !touched && (
				<p role="status" className="text-sm text-success-text">
					{done}
				</p>
			)}
			<Button type="submit" look="main" disabled={!touched} busy={saved.isPending}>
				{verb}
			</Button>
		</div>
	);
}
