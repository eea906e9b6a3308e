import { Directory } from "@/components/rooms/directory";

export default function DirectoryPage() {
	return <Directory />;
}
