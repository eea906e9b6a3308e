import Link from "next/link";
import { Message } from "@/components/frame/whole-page";
import { buttonLook } from "@/components/ui/button";

export default function NotFound() {
	return (
		<Message title="There is nothing here" text="The address may be mistyped, or what stood here is gone.">
			<title>Not found</title>
			<Link href="/" className={buttonLook("main")}>
				Go to the rooms
			</Link>
		</Message>
	);
}
