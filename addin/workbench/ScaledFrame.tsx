/** An iframe of a fixed width in CSS pixels, made smaller as a whole where the window is too narrow for it. Its page sees the full width. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Ref } from 'react';

const useStyles = makeStyles({
  room: { flexGrow: 1, minHeight: 0, minWidth: 0, overflow: 'hidden', display: 'flex', justifyContent: 'center' },
  sized: { overflow: 'hidden', flexShrink: 0 },
  frame: { border: 'none', display: 'block', transformOrigin: '0 0', backgroundColor: tokens.colorNeutralBackground1 },
  // Stands for the picture that Teams shows through a tab of glass: bright and dark, so that every text is seen on both.
  picture: { backgroundColor: 'transparent', backgroundImage: 'linear-gradient(135deg, #f3efe7, #7a8fa6 45%, #23313f)' },
});

interface ScaledFrameProps {
  readonly frameRef: Ref<HTMLIFrameElement>;
  readonly title: string;
  readonly src: string;
  readonly widthPx: number;
  /** Whether a picture shows through where the page leaves it out. */
  readonly isClear?: boolean;
  /** The scale in use, 1 or less. */
  readonly onScale?: (scale: number) => void;
}

export function ScaledFrame({ frameRef, title, src, widthPx, isClear = false, onScale }: ScaledFrameProps) {
  const styles = useStyles();
  const room = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ readonly widthPx: number; readonly heightPx: number }>();
  const scale = size === undefined ? 1 : Math.min(1, size.widthPx / widthPx);
  useEffect(() => {
    const measured = room.current;
    if (measured === null) return undefined;
    const observer = new ResizeObserver(() => {
      setSize({ widthPx: measured.clientWidth, heightPx: measured.clientHeight });
    });
    observer.observe(measured);
    return () => {
      observer.disconnect();
    };
  }, []);
  useEffect(() => {
    onScale?.(scale);
  }, [scale, onScale]);
  return (
    <div ref={room} className={styles.room}>
      <div className={styles.sized} style={{ width: widthPx * scale, height: size?.heightPx }}>
        <iframe
          ref={frameRef}
          className={mergeClasses(styles.frame, isClear && styles.picture)}
          title={title}
          src={src}
          style={{ width: widthPx, height: size === undefined ? undefined : size.heightPx / scale, transform: `scale(${String(scale)})` }}
        />
      </div>
    </div>
  );
}
