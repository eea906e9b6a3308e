import { SettingsSection } from "@/components/admin/settings-section";

export default async function SettingsPage({ params }: { params: Promise<{ section: string }> }) {
	const { section } = await params;
	return <SettingsSection key={section} id={decodeURIComponent(section)} />;
}
