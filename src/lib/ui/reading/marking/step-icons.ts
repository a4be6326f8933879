/** Which way the arrows of the controls point that go through the text. */
import type { IconName } from '../../kit/icons';

/** The icons of *earlier* and *later*: a text from right to left goes on to the left. */
export function stepIcons(dir: 'ltr' | 'rtl'): { earlier: IconName; later: IconName } {
	return dir === 'rtl'
		? { earlier: 'forward', later: 'back' }
		: { earlier: 'back', later: 'forward' };
}
