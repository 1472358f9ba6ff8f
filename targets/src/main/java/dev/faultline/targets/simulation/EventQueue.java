package dev.faultline.targets.simulation;

import java.util.Arrays;

/** The future: a binary heap ordered by time and then by the order of scheduling. Adding and taking cost O(log n). */
final class EventQueue {
    private Event[] heap = new Event[256];
    private int size;
    private long sequence;

    void add(Event event, long time) {
        event.time = time;
        event.sequence = sequence++;
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        siftUp(size++, event);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** When the next event happens. */
    long nextTime() {
        return heap[0].time;
    }

    /** Takes the next event out. */
    Event take() {
        Event first = heap[0];
        Event last = heap[--size];
        heap[size] = null;
        if (size > 0) {
            siftDown(last);
        }
        return first;
    }

    private void siftUp(int from, Event event) {
        int hole = from;
        while (hole > 0) {
            int parent = (hole - 1) >>> 1;
            if (!before(event, heap[parent])) {
                break;
            }
            heap[hole] = heap[parent];
            hole = parent;
        }
        heap[hole] = event;
    }

    private void siftDown(Event event) {
        int hole = 0;
        int half = size >>> 1;
        while (hole < half) {
            int child = 2 * hole + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], event)) {
                break;
            }
            heap[hole] = heap[child];
            hole = child;
        }
        heap[hole] = event;
    }

    private static boolean before(Event left, Event right) {
        return left.time != right.time ? left.time < right.time : left.sequence < right.sequence;
    }
}
