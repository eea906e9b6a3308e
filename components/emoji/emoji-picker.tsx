"use client";
import { lateComponent } from "@/components/ui/late-component";
import { NotFetched } from "@/components/words/not-fetched";
import { PickerFrame } from "./picker-frame";

export type EmojiPickerProps = {
	onPick: (emoji: string) => void;
	onClose: () => void;
	/** Only characters, for where nothing but text is kept. */
	plain?: boolean;
};

/** All emoji, by search and by groups. What it is made of is fetched when it is first opened. */
export const EmojiPicker = lateComponent<EmojiPickerProps>(
	() => import("./picker").then(({ Picker }) => Picker),
	({ onRetry }) => (
		<PickerFrame>
			{onRetry && (
				<div className="p-4">
					<NotFetched onRetry={onRetry} />
				</div>
			)}
		</PickerFrame>
	),
);
