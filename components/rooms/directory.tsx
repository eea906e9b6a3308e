"use client";
import { Plus, Search } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import { opensElsewhere, PERSON_PANEL, PlaceLink, setPanel } from "@/components/frame/navigation";
import { openOverlay } from "@/components/frame/overlay";
import { PageTitle } from "@/components/frame/page-title";
import { ProfilePanel } from "@/components/people/profile-panel";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { useArrival } from "@/components/ui/use-arrival";
import { may } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import { DirectoryPeople } from "./directory-people";
import { DirectoryRooms } from "./directory-rooms";
import { QuietLine } from "./quiet-line";
import { ToRooms } from "./to-rooms";

const tabs = ["rooms", "people"] as const;

/** All rooms that one may find, and all people. */
export function Directory() {
	const me = useMe();
	const t = useTranslations("rooms");
	const params = useSearchParams();
	const shown = params.get("show") === "people" ? "people" : "rooms";
	const panel = params.get("panel");
	const [words, setWords] = useState("");
	const query = useDeferredValue(words.trim());
	const main = useArrival<HTMLElement>();
	const mayCreate = may(me, "room-create-public") || may(me, "room-create-private");
	return (
		<>
			<main
				ref={main}
				tabIndex={-1}
				className={classNames("flex min-w-0 flex-1 flex-col outline-none", panel !== null && "max-lg:hidden")}
			>
				<PageTitle title={t(`directory.title.${shown}`)} />
				<header className="flex h-(--bar-height) shrink-0 items-center gap-2 border-b border-border ps-6 pe-4 max-md:ps-1">
					<ToRooms />
					<h1 className="cut flex-1 text-lg tracking-tight">{t(`directory.title.${shown}`)}</h1>
					{mayCreate && (
						<Button look="main" size="small" onClick={() => openOverlay({ name: "room" })}>
							<Plus size={16} aria-hidden />
							{t("create.title")}
						</Button>
					)}
				</header>
				<QuietLine />
				<div className="min-h-0 flex-1 overflow-y-auto px-6 py-5 max-md:px-3.5">
					<div className="mx-auto max-w-180">
						<nav aria-label={t("directory.tabs")} className="mb-4 flex gap-1">
							{tabs.map((tab) => (
								<PlaceLink
									key={tab}
									href={tab === "rooms" ? "/directory" : "/directory?show=people"}
									aria-current={tab === shown ? "page" : undefined}
									onClick={(event) => {
										if (opensElsewhere(event)) return;
										event.preventDefault();
										window.history.replaceState(null, "", tab === "rooms" ? "/directory" : "/directory?show=people");
									}}
									className={classNames(
										"flex h-8 items-center rounded-full px-3.5 text-ui font-medium pointer-coarse:h-11",
										tab === shown
											? "bg-accent-soft text-on-accent-soft"
											: "text-muted hover:bg-raised-hover hover:text-text",
									)}
								>
									{t(`directory.tab.${tab}`)}
								</PlaceLink>
							))}
						</nav>
						<div className="relative">
							<Search
								size={18}
								aria-hidden
								className="pointer-events-none absolute inset-y-0 start-3 my-auto text-faint"
							/>
							<input
								type="search"
								aria-label={t(`directory.search.${shown}`)}
								placeholder={t(`directory.search.${shown}`)}
								value={words}
								onChange={(event) => setWords(event.target.value)}
								className="field h-10.5 ps-10"
							/>
						</div>
						{shown === "rooms" ? <DirectoryRooms query={query} /> : <DirectoryPeople query={query} />}
					</div>
				</div>
			</main>
			{panel?.startsWith(PERSON_PANEL) && (
				<ProfilePanel key={panel} userId={panel.slice(PERSON_PANEL.length)} onClose={() => setPanel(null)} />
			)}
		</>
	);
}
