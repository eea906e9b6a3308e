import { Conversation } from "@/components/rooms/conversation";

/** One page with the rooms, so that going between them asks nothing of the server: see `components/frame/navigation.tsx`. */
export default function SearchPage() {
	return <Conversation />;
}
