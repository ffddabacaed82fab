#if Class
internal import GRDB
#endif
internal import Classes
