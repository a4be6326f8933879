/** The props of a component under test, which can be changed while it is shown. */
export class Shown<Props> {
	props = $state.raw() as Props;

	constructor(props: Props) {
		this.props = props;
	}
}
