import { EmojiPage } from "@/components/admin/emoji-page";
import { ForAdmins } from "@/components/admin/for-admins";

export default function AdminEmojiPage() {
	return (
		<ForAdmins permission="emoji-manage">
			<EmojiPage />
		</ForAdmins>
	);
}
