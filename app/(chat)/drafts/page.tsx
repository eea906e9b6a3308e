import { DraftsPage } from "@/components/drafts/drafts-page";

export default function Drafts() {
	return <DraftsPage />;
}
