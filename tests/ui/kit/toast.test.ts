import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../src/lib/ui/styles/tokens.css';
import Toast from '../../../src/lib/ui/kit/Toast.svelte';
import type { ToastMessage } from '../../../src/lib/ui/kit/toast-message';
import { Shown } from './shown.svelte';

interface ToastProps {
	message: ToastMessage | null;
	saveState?: 'saving' | 'saved' | 'failed' | null;
	quiet?: boolean;
}

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
	vi.useRealTimers();
});

function showToast(props: ToastProps) {
	const onexpire = vi.fn();
	const onaccept = vi.fn();
	const shown = new Shown<ToastProps>(props);
	const toast = mount(Toast, {
		target: document.body,
		props: {
			get message() {
				return shown.props.message;
			},
			get saveState() {
				return shown.props.saveState;
			},
			get quiet() {
				return shown.props.quiet;
			},
			onaccept,
			onexpire
		}
	});
	onTestFinished(() => void unmount(toast));
	flushSync();
	const status = document.querySelector('[role="status"]')!;
	const change = (changed: ToastProps) => flushSync(() => (shown.props = changed));
	return { status, change, onaccept, onexpire };
}

const UNDO: ToastMessage = { text: 'Deleted', offer: 'undo' };

describe('A toast', () => {
	test('goes after three seconds, and a new message has three of its own', () => {
		const { change, onexpire } = showToast({ message: UNDO });
		vi.advanceTimersByTime(2000);
		change({ message: { ...UNDO } });
		vi.advanceTimersByTime(2999);
		expect(onexpire).not.toHaveBeenCalled();
		vi.advanceTimersByTime(1);
		expect(onexpire).toHaveBeenCalledOnce();
	});

	test('stays while it has the focus of a keyboard', async () => {
		const { status, onexpire } = showToast({ message: UNDO });
		await userEvent.keyboard('{Tab}');
		const button = status.querySelector('button')!;
		expect(document.activeElement).toBe(button);
		vi.advanceTimersByTime(60_000);
		expect(onexpire).not.toHaveBeenCalled();
		button.blur();
		vi.advanceTimersByTime(3000);
		expect(onexpire).toHaveBeenCalledOnce();
	});

	test('stays while it is pointed at, with another message too', async () => {
		const { status, change, onexpire } = showToast({ message: UNDO });
		await userEvent.hover(status.querySelector('.toast')!);
		vi.advanceTimersByTime(60_000);
		change({ message: { text: 'Delete undone', offer: 'redo' } });
		vi.advanceTimersByTime(60_000);
		expect(onexpire).not.toHaveBeenCalled();
		await userEvent.unhover(status.querySelector('.toast')!);
		vi.advanceTimersByTime(3000);
		expect(onexpire).toHaveBeenCalledOnce();
	});

	test('stays while it says that something is not saved, and says so aloud', () => {
		const { status, change, onexpire } = showToast({
			message: UNDO,
			saveState: 'saving',
			quiet: true
		});
		expect(status.getAttribute('aria-live')).toBe('off');
		change({ message: UNDO, saveState: 'failed', quiet: true });
		expect(status.getAttribute('aria-live')).toBe('polite');
		expect(status.textContent).toContain('Not saved');
		vi.advanceTimersByTime(60_000);
		expect(onexpire).not.toHaveBeenCalled();
	});

	test('offers the way back by one button, which keeps the focus', () => {
		const { status, change, onaccept } = showToast({ message: UNDO });
		const button = status.querySelector('button')!;
		button.focus();
		button.click();
		expect(onaccept).toHaveBeenCalledExactlyOnceWith('undo');
		change({ message: { text: 'Delete undone', offer: 'redo' } });
		expect(document.activeElement).toBe(status.querySelector('button'));
		expect(document.activeElement?.textContent?.trim()).toBe('Redo');
	});
});
