/** Where the links within a book lead: the node in which each `path#id` stands. */
export class Anchors {
	#nodes = new Map<string, object>();
	#ids = new Map<object, string[]>();

	get(id: string): object | undefined {
		return this.#nodes.get(id);
	}

	/** Has an id lead to a node, unless it leads to one already. */
	add(id: string, node: object): void {
		if (this.#nodes.has(id)) return;
		this.#nodes.set(id, node);
		const ids = this.#ids.get(node);
		if (ids) ids.push(id);
		else this.#ids.set(node, [id]);
	}

	/** Has what leads to one node lead to another, which takes its place. */
	move(from: object, to: object): void {
		const moved = this.#ids.get(from);
		if (!moved) return;
		this.#ids.delete(from);
		const ids = this.#ids.get(to) ?? [];
		this.#ids.set(to, ids);
		for (const id of moved) {
			this.#nodes.set(id, to);
			ids.push(id);
		}
	}
}
