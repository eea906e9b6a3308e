import { ForAdmins } from "@/components/admin/for-admins";
import { SettingsSection } from "@/components/admin/settings-section";

export default async function SettingsPage({ params }: { params: Promise<{ section: string }> }) {
	const { section } = await params;
	return (
		<ForAdmins permission="settings-manage">
			<SettingsSection key={section} id={decodeURIComponent(section)} />
		</ForAdmins>
	);
}
