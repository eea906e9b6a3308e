import { PreferencesPage } from "@/components/account/preferences-page";

export default function Page() {
	return <PreferencesPage />;
}
