import { SavedPage } from "@/components/saved/saved-page";

export default function Saved() {
	return <SavedPage />;
}
