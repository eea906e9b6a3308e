"use client";
import dynamic from "next/dynamic";
import { PickerFrame } from "./picker-frame";

export type EmojiPickerProps = {
	onPick: (emoji: string) => void;
	onClose: () => void;
};

/** All emoji, by search and by groups. What it is made of is fetched when it is first opened. */
export const EmojiPicker = dynamic<EmojiPickerProps>(() => import("./picker").then(({ Picker }) => Picker), {
	ssr: false,
	loading: () => <PickerFrame />,
});
