import { EmojiPage } from "@/components/admin/emoji-page";

export default function AdminEmojiPage() {
	return <EmojiPage />;
}
