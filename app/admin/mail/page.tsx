import { ForAdmins } from "@/components/admin/for-admins";
import { MailPage } from "@/components/admin/mail/mail-page";

export default function AdminMailPage() {
	return (
		<ForAdmins permission="settings-manage">
			<MailPage />
		</ForAdmins>
	);
}
