// Moves a post: a link in it, such as its permalink, is dragged to a link to a topic.

export function letDrag(posts, topicAt, move) {
	let dragged;
	const targetOf = ({ target }) => {
		const link = dragged && (target.closest("a[href]") ?? target.querySelector("a[href]"));
		const topic = link && topicAt(link);
		return topic?.slug === dragged?.topic ? null : topic;
	};
	document.addEventListener("dragstart", ({ target, dataTransfer }) => {
		const entry = posts.get((target.closest ? target : target.parentElement)?.closest(".h-entry"));
		dragged = entry?.kind === "post" ? entry : null;
		if (dragged) dataTransfer.setData("text/plain", dragged.file);
	});
	document.addEventListener("dragend", () => { dragged = null; });
	for (const type of ["dragover", "drop"]) {
		document.addEventListener(type, (event) => {
			const topic = targetOf(event);
			if (!topic) return;
			event.preventDefault();
			if (type === "drop") move(dragged, topic);
		});
	}
}
